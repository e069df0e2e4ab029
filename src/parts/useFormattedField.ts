'use client';
import { type ChangeEvent, type CompositionEvent, useEffect, useRef, useState } from 'react';
import { edit, type Format } from './edit.js';

/** Props of an `<input>` that shows a text formatted, and in which a person changes the text itself. */
export function useFormattedField(text: string, setText: (text: string) => void, format: Format) {
  /** What is being put together by an input method, which must not be touched until the text changes from elsewhere. */
  const [draft, setDraft] = useState<{ shown: string; text: string }>();
  const shown = draft?.text === text ? draft.shown : format(text);
  const ref = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = ref.current;
    // A browser leaves what is added to an input out of sight, when nobody types it there.
    if (field && shown !== '' && field.selectionStart === shown.length) field.scrollLeft = field.scrollWidth;
  }, [shown]);

  const take = (field: HTMLInputElement, { inputType = '', isComposing = false }: Partial<InputEvent>) => {
    const { value: typed, selectionStart } = field;
    const forward = /Forward/.test(inputType);
    const edited = edit(text, shown, { typed, caret: selectionStart ?? typed.length, forward }, format);
    setDraft(isComposing ? { shown: typed, text: edited.text } : undefined);
    if (!isComposing && edited.shown !== typed) {
      // Before React does, which would leave the caret at the end.
      field.value = edited.shown;
      field.setSelectionRange(edited.caret, edited.caret);
    }
    setText(edited.text);
  };

  return {
    ref,
    value: shown,
    onChange: ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) =>
      take(currentTarget, nativeEvent),
    onCompositionEnd: ({ currentTarget }: CompositionEvent<HTMLInputElement>) => take(currentTarget, {}),
  };
}
