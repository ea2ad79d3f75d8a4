/** What Streamlit hands a component, each time it is drawn. */
export interface Component<Data> {
  data: Data;
  parentElement: HTMLElement;
  /** Sends an event to the page; of two that wait for the same run the last is kept. */
  setTriggerValue(name: string, value: unknown): void;
}

/** A component's default export: it draws, and returns what is done when it is taken away. */
export type Draw<Data> = (component: Component<Data>) => (() => void) | void;

type Handler<Kind extends Event> = (event: Kind & { target: Element; currentTarget: HTMLElement }) => unknown;

interface Handlers {
  onclick?: Handler<MouseEvent>;
  onkeydown?: Handler<KeyboardEvent>;
  onpointerenter?: Handler<PointerEvent>;
  onpointerleave?: Handler<PointerEvent>;
  onfocus?: Handler<FocusEvent>;
  onblur?: Handler<FocusEvent>;
  onchange?: Handler<Event>;
  oninput?: Handler<Event>;
  onsearch?: Handler<Event>;
  onscroll?: Handler<Event>;
  ontoggle?: Handler<Event>;
  onsubmit?: Handler<SubmitEvent>;
}

interface Plain {
  class?: string;
  style?: string;
  type?: string;
  role?: string;
  id?: string;
  title?: string;
  placeholder?: string;
  maxlength?: string;
  min?: string;
  max?: string;
  step?: string;
  value?: string;
  tabindex?: string;
  dir?: string;
  href?: string;
  target?: string;
  rel?: string;
  scope?: string;
  popover?: string;
  text?: string;
  checked?: boolean;
  disabled?: boolean;
  selected?: boolean;
  readonly?: boolean;
  open?: boolean;
}

type Named = { [name in `data-${string}` | `aria-${string}`]?: string | null };

/** Attributes and handlers of a node; `text` is its text. */
export type Attributes = Handlers & Plain & Named;
export type Child = Node | string | null | undefined;
