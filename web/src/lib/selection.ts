import type { Span } from './record';

/** Words that were chosen in a marked text, as a span of the text or of the title. */
export interface Chosen {
  span: Span;
  title: boolean;
  words: string;
}

/** How many code points of the text stand before a place in the page; null: the place is in no marked text. */
function pointOf(node: Node, offset: number): number | null {
  const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-begin]');
  if (!element) return null;
  const before = document.createRange();
  before.selectNodeContents(element);
  before.setEnd(node, offset);
  return Number(element.dataset['begin']) + [...before.toString()].length;
}

/** Without the blanks around the words; null: nothing is left. */
export function trimmed(begin: number, words: string): { span: Span; words: string } | null {
  const text = words.trim();
  if (!text) return null;
  const from = begin + [...words.slice(0, words.length - words.trimStart().length)].length;
  return { span: [from, from + [...text].length], words: text };
}

export function chosenWords(): Chosen | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const begin = pointOf(range.startContainer, range.startOffset);
  const end = pointOf(range.endContainer, range.endOffset);
  if (begin === null || end === null) return null;
  const found = trimmed(begin, range.toString());
  const parent = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
  return found && found.span[1] <= end ? { ...found, title: parent?.closest('[data-part=title]') !== null } : null;
}
