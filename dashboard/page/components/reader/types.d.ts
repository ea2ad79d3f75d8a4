import type { Alternative, Patch, ReaderData } from "../records.js";

/** What the pane beside the map keeps from one drawing to the next. */
export interface State {
  data: ReaderData;
  root: HTMLElement;
  /** The marked names of the text, in reading order. */
  marks: HTMLElement[];
  /** What the text was drawn from. */
  drawnFrom: string;
  /** Whether "Why here?" is unfolded. */
  why: boolean;
  /** Whether the selected name is to be brought into view wherever it stands. */
  reveal: boolean;
  /** Whether the panel is to be brought into view, as what is selected was chosen elsewhere. */
  isCalled?: boolean;
  /** The mention that the reader turned to another part of a long text for. */
  turnedTo?: string | null;
  /** The place that is pointed at, or "". */
  pointed?: string;
  /** The alternative whose ghost stays, and the id of the one that is shown. */
  held?: Alternative | null;
  ghost?: string;
  channel?: BroadcastChannel | null;
  /** The ground the page was told of last. */
  toldDark?: boolean;
  /** Gives up pointing on the map, while that goes on. */
  stopPicking?: (() => void) | null;
  /** What is typed or chosen in the panel, and not sent yet. */
  scope?: string;
  note?: string;
  sought?: string;
  type?: { key: string; value: string } | null;
  asking?: number;
  catchingUp?: number;
  onAsked?: (event: Event) => void;
  /** Changes the view; corrects a mention; has the page drawn anew; has names asked about again. */
  send(patch: Patch): void;
  correct(change: Record<string, unknown>): void;
  redraw(): void;
  again(): void;
}
