/**
 * Finds notices while the words are typed. On a shared tablet what was typed is nowhere but on this screen, and goes with it;
 * elsewhere it stands in the address, so that 'back' leads to what was found.
 */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams, useSearchParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import { wordsOf } from '../../domain/search/query.ts';
import { BoardFrame, useBack } from '../board/frame.tsx';
import { useBoardTime } from '../board/board-data.ts';
import { unitOf } from '../board/people.ts';
import { useSight } from '../board/use-sight.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { useIdentity, useRegistry } from '../ui/device-context.tsx';
import { TextField } from '../ui/field.tsx';
import { Splash } from '../ui/media.tsx';
import { Empty, Message } from '../ui/surfaces.tsx';
import { CodeFound } from './code-found.tsx';
import { entriesOf, type Filter, Filters, NO_FILTER } from './filters.tsx';
import './find.css';
import { FoundRow } from './found-row.tsx';
import { Suggestions } from './suggestions.tsx';
import { PORTION, type Search, useExcerpts, useSearch } from './use-finder.ts';

const FIELD = 'find-words';

/** What is typed: kept in the address, or here alone. */
function useTyped(alone: boolean): [string, (typed: string) => void] {
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState(alone ? '' : (params.get('q') ?? ''));
  const change = useCallback(
    (text: string) => {
      setTyped(text);
      if (!alone) setParams(text === '' ? {} : { q: text }, { replace: true });
    },
    [alone, setParams],
  );
  return [typed, change];
}

interface ResultsProps {
  search: Search;
  registry: Registry | null;
  onMore: () => void;
  onAgain: () => void;
}

function Results({ search, registry, onMore, onAgain }: ResultsProps) {
  const { t } = useTranslation('find');
  const now = useBoardTime();
  const excerpts = useExcerpts(search);
  const end = useSight(onMore);
  if (search.state === 'failed') {
    return (
      <Message
        tone="red"
        title={t('failed.title')}
        action={<Button onClick={onAgain}>{t('failed.again')}</Button>}
      >
        {t('failed.text')}
      </Message>
    );
  }
  if (search.state !== 'found') return null;
  const { answer, question } = search;
  // Its words stand there, but not side by side as they were asked.
  const shown = answer.found.filter(({ notice }) => excerpts[notice.id] !== null);
  const count = answer.count - (answer.found.length - shown.length);
  const words = wordsOf(question.typed);
  return (
    <>
      <p className="second" aria-live="polite">
        {t('count', { count })}
      </p>
      {count === 0 && (
        <Empty
          title={t('none.title')}
          icon="search"
          action={<ButtonLink to="/ask">{t('none.ask')}</ButtonLink>}
        >
          {t('none.text')}
        </Empty>
      )}
      <ul className="rows">
        {shown.map((found) => (
          <FoundRow
            key={`${found.unit} ${found.notice.id}`}
            found={found}
            words={words}
            excerpt={excerpts[found.notice.id] ?? undefined}
            registry={registry}
            now={now}
          />
        ))}
      </ul>
      {answer.count > answer.found.length && (
        <div ref={end}>
          <Button kind="quiet" onClick={onMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}

function FindView({ unit, alone }: { unit: string; alone: boolean }) {
  const { t } = useTranslation('find');
  const [typed, setTyped] = useTyped(alone);
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [limit, setLimit] = useState(PORTION);
  const [tries, setTries] = useState(0);
  const registry = useRegistry() ?? null;
  const back = useBack(unit);
  const entries = entriesOf(registry, filter.aspect);
  const question = { typed, unit: filter.unit || null, entries, year: filter.year || null };
  const { search, standing } = useSearch(question, limit, tries);
  const onMore = useCallback(() => setLimit((count) => count + PORTION), []);
  useEffect(() => {
    document.getElementById(FIELD)?.focus();
  }, []);
  return (
    <BoardFrame unit={unit} title={t('title')} back={back}>
      <section className="stack">
        <TextField
          label={t('label')}
          hint={t('hint')}
          value={typed}
          onChange={(text) => {
            setTyped(text);
            setLimit(PORTION);
          }}
          type="search"
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          id={FIELD}
          enterKeyHint="search"
        />
        <CodeFound typed={typed} />
        {standing && standing.done < standing.size && (
          <p className="second" aria-live="polite">
            {t('reading', { done: standing.done, size: standing.size })}
          </p>
        )}
        {search.state === 'idle' ? (
          <Suggestions
            unit={unit}
            registry={registry}
            kind={unitOf(registry, unit)?.kind ?? 'village'}
            onAspect={(aspect) => setFilter({ ...filter, aspect })}
          />
        ) : (
          <Filters filter={filter} onChange={setFilter} registry={registry} standing={standing} />
        )}
        <Results
          search={search}
          registry={registry}
          onMore={onMore}
          onAgain={() => setTries((count) => count + 1)}
        />
      </section>
    </BoardFrame>
  );
}

/** `/b/:unit/find` */
export function FindScreen() {
  const { unit } = useParams();
  const identity = useIdentity();
  if (!unit) return <Navigate to="/" replace />;
  if (identity === undefined) return <Splash />;
  return <FindView key={unit} unit={unit} alone={identity?.kind === 'tablet'} />;
}
