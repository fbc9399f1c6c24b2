/** What a key means on any page. */
export type Meaning = 'sheet' | 'next' | 'previous';

/** What counts of a key event. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'repeat'>;

/** Chinese keyboards have a question mark of their own. */
const QUESTION_MARKS = ['?', '？'];

/**
 * The meaning of a key, or none.
 *
 * @param writes whether it goes into a text
 * @param questionMark whether the learner lets a single sign do something
 */
export function meaning(pressed: Pressed, writes: boolean, questionMark: boolean): Meaning | undefined {
  const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = pressed;
  if (repeat || ctrlKey || metaKey) {
    return undefined;
  }
  // Shift does not count for a sign: where it is needed depends on the keyboard
  if (QUESTION_MARKS.includes(key)) {
    return questionMark && !writes && !altKey ? 'sheet' : undefined;
  }
  if (!altKey || shiftKey) {
    return undefined;
  }
  return key === 'PageDown' ? 'next' : key === 'PageUp' ? 'previous' : undefined;
}
