/** Finds notices by words of their titles. What was typed is nowhere but on this screen, and goes with it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import { useRegistry } from '../ui/device-context.tsx';
import { TextField } from '../ui/field.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty } from '../ui/surfaces.tsx';
import { useBoard, useFollow } from './board-data.ts';
import { matches } from './find.ts';
import { BoardFrame, useBack, useTabletLayout } from './frame.tsx';
import { Rows } from './notice-list.tsx';

/** The field is ready for typing as soon as the screen is there. */
const FIELD = 'find-words';
function useReadyField(ready: boolean): void {
  useEffect(() => {
    if (ready) document.getElementById(FIELD)?.focus();
  }, [ready]);
}

function FindView({ unit }: { unit: string }) {
  const { t } = useTranslation('board');
  const [words, setWords] = useState('');
  const registry = useRegistry();
  const board = useBoard(unit, Infinity);
  const back = useBack(unit);
  const tablet = useTabletLayout();
  useFollow(unit);
  useReadyField(registry !== undefined && board !== undefined);
  if (registry === undefined || board === undefined) return <Splash />;
  const asked = words.trim() !== '';
  const found = asked ? board.notices.filter((one) => matches(one, words)) : [];
  return (
    <BoardFrame unit={unit} title={t('find.title')} back={back}>
      <section className="stack">
        <TextField
          label={t('find.label')}
          hint={t('find.hint')}
          value={words}
          onChange={setWords}
          type="search"
          autoComplete="off"
          id={FIELD}
          enterKeyHint="search"
        />
        <p className="second" aria-live="polite">
          {asked ? t('find.count', { count: found.length }) : ''}
        </p>
        {asked && found.length === 0 && (
          <Empty title={t('find.none')} icon="search">
            {t('find.noneText')}
          </Empty>
        )}
        <Rows unit={unit} notices={found} registry={registry} photos={tablet} />
      </section>
    </BoardFrame>
  );
}

/** `/b/:unit/find` */
export function FindScreen() {
  const { unit } = useParams();
  return unit ? <FindView key={unit} unit={unit} /> : <Navigate to="/" replace />;
}
