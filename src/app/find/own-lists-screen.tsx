/** In which lists of this village am I? Goes through all that this device holds of it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useParams } from 'react-router';
import type { Who } from '../../domain/search/own-row.ts';
import type { OwnList } from '../../store/device/search/finder-protocol.ts';
import { BoardFrame, useTabletLayout } from '../board/frame.tsx';
import { unitOf } from '../board/people.ts';
import { useRegistry } from '../ui/device-context.tsx';
import { ButtonLink } from '../ui/button.tsx';
import { Message } from '../ui/surfaces.tsx';
import { day } from '../ui/time.ts';
import './find.css';
import './own-row.css';
import { OwnRowCard } from './own-row-card.tsx';
import { useSayRow } from './own-sentences.ts';
import { useFinder } from './use-finder.ts';
import { WhoForm } from './who-form.tsx';

type State =
  | { state: 'idle' }
  | { state: 'searching'; who: Who }
  | { state: 'failed' }
  | { state: 'found'; lists: OwnList[] };

function useLists(unit: string): [State, (who: Who | null) => void] {
  const { finder } = useFinder();
  const [state, setState] = useState<State>({ state: 'idle' });
  const who = state.state === 'searching' ? state.who : null;
  useEffect(() => {
    if (!who) return;
    let gone = false;
    finder.ask('lists', { unit, who }).then(
      (lists) => gone || setState({ state: 'found', lists }),
      () => gone || setState({ state: 'failed' }),
    );
    return () => {
      gone = true;
    };
  }, [finder, unit, who]);
  return [state, (next) => setState(next ? { state: 'searching', who: next } : { state: 'idle' })];
}

function List({ list, aloud }: { list: OwnList; aloud: boolean }) {
  const { t, i18n } = useTranslation('find');
  const say = useSayRow();
  const { unit, notice, content, rows } = list;
  return (
    <li className="stack">
      {rows.map((row, at) => {
        const { table, sentence } = say(content, row);
        return (
          <OwnRowCard
            key={`${row.field} ${row.row}`}
            title={notice.title}
            where={`${day(notice.acceptedAt, i18n.language)} · ${t('me.which', { n: row.row + 1, table })}`}
            sentence={sentence}
            aloud={aloud && at === 0}
          />
        );
      })}
      <ButtonLink to={`/b/${unit}/n/${notice.id}`} icon="list">
        {t('me.open')}
      </ButtonLink>
    </li>
  );
}

function Lists({ state }: { state: State }) {
  const { t } = useTranslation('find');
  switch (state.state) {
    case 'idle':
      return null;
    case 'searching':
      return <p aria-live="polite">{t('me.searching')}</p>;
    case 'failed':
      return (
        <Message tone="red" title={t('failed.title')}>
          {t('failed.text')}
        </Message>
      );
    case 'found':
      return state.lists.length === 0 ? (
        <Message tone="amber" title={t('me.noneAll')}>
          {t('me.noneAllText')}
        </Message>
      ) : (
        <>
          <p aria-live="polite" className="own-count">
            {t('me.inLists', { count: state.lists.length })}
          </p>
          <ul className="stack">
            {state.lists.map((list, at) => (
              <List key={list.notice.id} list={list} aloud={at === 0} />
            ))}
          </ul>
        </>
      );
  }
}

function OwnListsView({ unit }: { unit: string }) {
  const { t } = useTranslation('find');
  const tablet = useTabletLayout();
  const registry = useRegistry();
  const [state, find] = useLists(unit);
  const back = { to: `/b/${unit}/find`, label: t('me.backFind') };
  const name = unitOf(registry, unit)?.name;
  return (
    <BoardFrame unit={unit} title={name ? `${t('me.titleLists')} · ${name}` : t('me.titleLists')} back={back}>
      <div className="own-row">
        <div className="own-row-ask">
          <WhoForm numbers first={tablet ? 'last-four' : 'name'} onFind={find} onClear={() => find(null)} />
        </div>
        <div className="own-row-list stack">
          <Lists state={state} />
        </div>
      </div>
    </BoardFrame>
  );
}

/** `/b/:unit/find/me` */
export function OwnListsScreen() {
  const { unit } = useParams();
  return unit ? <OwnListsView key={unit} unit={unit} /> : <Navigate to="/" replace />;
}
