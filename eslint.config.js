import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/built/**", ".venv/**", "node_modules/**", "training/work/**", "benchmarks/out/**"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // tsc finds these, and knows the types they are imported for.
      "no-undef": "off",
      "no-unused-vars": "off",
      complexity: ["error", 15],
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "max-lines": ["error", 400],
      "no-implicit-globals": "error",
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
      "prefer-template": "error",
      // Text becomes nodes, never markup, and nothing is run that was made of text.
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": ["error",
        { property: "innerHTML", message: "Make nodes of text." },
        { property: "outerHTML", message: "Make nodes of text." },
        { property: "insertAdjacentHTML", message: "Make nodes of text." },
        { object: "document", property: "write", message: "Make nodes of text." },
      ],
    },
  },
  { files: ["dashboard/**/*.js"], languageOptions: { globals: { ...globals.browser, L: "readonly" } } },
];
