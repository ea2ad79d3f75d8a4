/** A style sheet that a module needs: esbuild puts it beside the script. */
declare module "*.css";
