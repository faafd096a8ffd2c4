/** What is covered before a comment is shown: what was found, and words that the person at the desk adds. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Cover, type Covered, STARS } from '../../../domain/talk/hide.ts';
import { Button, TextField } from '../../ui/index.ts';

interface Props {
  /** Everything that will be public, as it was written. */
  text: string;
  found: Covered[];
  cover: Cover;
  onChange: (cover: Cover) => void;
}

function Found({ found, cover, onChange }: Omit<Props, 'text'>) {
  const { t } = useTranslation('talk');
  const { lifted } = cover;
  if (found.length === 0) return <p className="second">{t('one.hiddenNone')}</p>;
  return (
    <ul>
      {found.map(({ kind, original, masked }) => {
        const isLifted = lifted.includes(original);
        const others = lifted.filter((one) => one !== original);
        return (
          <li key={original} className="talk-count">
            <span className="talk-line-text">
              {t(`form.kinds.${kind}`)} {original} → <strong>{isLifted ? original : masked}</strong>
            </span>
            <Button onClick={() => onChange({ ...cover, lifted: isLifted ? others : [...others, original] })}>
              {t(isLifted ? 'one.cover' : 'one.lift')}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}

export function CoverFields({ text, found, cover, onChange }: Props) {
  const { t } = useTranslation('talk');
  const [word, setWord] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (): void => {
    const typed = word.trim();
    const isThere = typed !== '' && text.includes(typed);
    setWrong(!isThere);
    if (!isThere) return;
    onChange({ ...cover, words: [...cover.words.filter((one) => one !== typed), typed] });
    setWord('');
  };
  return (
    <div className="stack-tight">
      <h3>{t('one.hidden')}</h3>
      <Found found={found} cover={cover} onChange={onChange} />
      <ul>
        {cover.words.map((one) => (
          <li key={one} className="talk-count">
            <span className="talk-line-text">
              {one} → <strong>{STARS}</strong>
            </span>
            <Button
              onClick={() => onChange({ ...cover, words: cover.words.filter((other) => other !== one) })}
            >
              {t('one.lift')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="talk-add">
        <TextField
          label={t('one.words')}
          value={word}
          error={wrong ? t('one.notThere') : null}
          onChange={(typed) => {
            setWord(typed);
            setWrong(false);
          }}
        />
        <Button onClick={add}>{t('one.addWord')}</Button>
      </div>
    </div>
  );
}
