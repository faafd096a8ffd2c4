import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/field.tsx';
import { Card } from '../ui/surfaces.tsx';

/** What stands behind `#` in a whole link, or the code itself. */
export const codeIn = (text: string): string => text.slice(text.lastIndexOf('#') + 1).replace(/\s/g, '');

/** For whoever has the invitation on paper or in a message: type or paste it. */
export function CodeForm({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation('enrol');
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const code = codeIn(text);
    setEmpty(code === '');
    if (code !== '') onCode(code);
  };
  return (
    <Card>
      <form className="stack" onSubmit={submit} noValidate>
        <TextField
          label={t('code.label')}
          hint={t('code.hint')}
          error={empty && text.trim() === '' ? t('code.missing') : null}
          value={text}
          onChange={setText}
          multiline
          rows={3}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
        />
        <Button type="submit">{t('code.look')}</Button>
      </form>
    </Card>
  );
}
