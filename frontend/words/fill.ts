/** Puts words into a text where it names them in braces, such as `{count}`. */
export function fill(text: string | undefined, words: Record<string, string | number> = {}): string {
  return (text ?? '').replace(/\{(\w+)\}/g, (braces, word) => String(words[word] ?? braces));
}
