import { sankey, sankeyJustify, type SankeyGraph } from 'd3-sankey';
import { stances } from './certainty';
import type { FlowRow, Stance } from './record';

export interface FlowNode {
  id: string;
  code: string;
  side: 'supplier' | 'recipient';
}

export interface FlowLink {
  source: string;
  target: string;
  value: number;
  stance: Stance;
  supplier: string;
  recipient: string;
}

export type Flows = SankeyGraph<FlowNode, FlowLink>;

/** The place of what is not told. */
export const unknown = '?';

/**
 * Suppliers on the left, recipients on the right, a band per pair and certainty; its width is the number of distinct transfers.
 * A state that does both stands on both sides: no circles, nothing hidden.
 */
export function layOut(rows: readonly FlowRow[], width: number, height: number): Flows {
  const nodes = new Map<string, FlowNode>();
  const links: FlowLink[] = [];
  const node = (side: FlowNode['side'], code: string) => {
    const id = `${side} ${code}`;
    if (!nodes.has(id)) nodes.set(id, { id, code, side });
    return id;
  };
  for (const row of rows) {
    const [supplier, recipient] = [row.supplier ?? unknown, row.recipient ?? unknown];
    for (const stance of stances)
      if (row.by_certainty[stance] > 0)
        links.push({ source: node('supplier', supplier), target: node('recipient', recipient), value: row.by_certainty[stance], stance, supplier, recipient });
  }
  if (links.length === 0) return { nodes: [], links: [] };
  const layout = sankey<FlowNode, FlowLink>().nodeId((one) => one.id).nodeWidth(8).nodePadding(14).nodeAlign(sankeyJustify).extent([[0, 6], [width, height - 6]]);
  return layout({ nodes: [...nodes.values()], links });
}

export function nodeCount(rows: readonly FlowRow[]): number {
  return Math.max(new Set(rows.map((row) => row.supplier)).size, new Set(rows.map((row) => row.recipient)).size);
}
