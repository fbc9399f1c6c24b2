/** A formula of a lesson, and where it stands. */
export interface Written {
  line: number;
  latex: string;
  block: boolean;
}

/**
 * The formulas of a lesson's text: `$…$` within a line, `$$…$$` on lines of their own. What stands in code or in a figure
 * is none.
 */
export function formulas(markdown: string): Written[] {
  const found: Written[] = [];
  const blank = (text: string) => text.replace(/[^\n]/g, ' ');
  const lineOf = (offset: number) => markdown.slice(0, offset).split('\n').length;
  const rest = markdown
    .replace(/^( *)(```+)[^\n]*\n[\s\S]*?^ *\2 *$/gm, blank)
    .replace(/(`+)[^`][\s\S]*?\1/g, blank)
    .replace(/^ *\$\$([\s\S]*?)\$\$ *$/gm, (whole, latex: string, offset: number) => {
      found.push({ line: lineOf(offset), latex: latex.trim(), block: true });
      return blank(whole);
    });
  for (const { index, 1: latex } of rest.matchAll(/(?<!\\)\$([^$\n]+)\$/g)) {
    found.push({ line: lineOf(index), latex: latex!.trim(), block: false });
  }
  return found;
}
