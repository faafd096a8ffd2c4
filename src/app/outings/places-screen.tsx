/** `/b/:unit/places`: for each board and wall what hangs there and since when, and what should hang and does not. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notice } from '../../domain/notice/notice.ts';
import type { Place } from '../../domain/registry/events.ts';
import {
  ButtonLink,
  Card,
  Empty,
  Message,
  Photo,
  Screen,
  Splash,
  useDevice,
  useRegistry,
} from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import { useWhen } from '../ui/use-when.ts';
import { missingOf, type Sheet, sheetsByPlace } from './hanging.ts';
import { placesOf } from './notice-data.ts';

/** Notices of which a sheet was put up, by the log or by what waits here. Undefined: being read. */
function useHung(unit: string, ids: string[] | undefined): Notice[] | undefined {
  const device = useDevice();
  const { db } = device;
  const waiting = useLiveQuery(async () => {
    const rows = await db.outbox.filter(({ type }) => type.startsWith('outing.')).toArray();
    return rows
      .filter(({ stream }) => stream.split('/')[1] === unit)
      .map(({ id, notice }) => ({ id, notice }));
  }, [db, unit]);
  const [found, setFound] = useState<Notice[] | undefined>(undefined);
  const wanted = ids && waiting ? [...new Set([...ids, ...waiting.map(({ notice }) => notice)])] : null;
  // Read again when what waits here changes, even where the notices are the same.
  const state = wanted && [wanted.join(' '), (waiting ?? []).map(({ id }) => id).join(' ')].join('/');
  useEffect(() => {
    if (state === null) return undefined;
    let gone = false;
    const [all = ''] = state.split('/');
    const read = async (): Promise<void> => {
      const some = all.split(' ').filter(Boolean);
      const notices = await Promise.all(some.map((id) => device.ownNotice(unit, id)));
      if (!gone) setFound(notices.flatMap((one) => one ?? []));
    };
    void read();
    return () => {
      gone = true;
    };
  }, [device, unit, state]);
  return found;
}

function PlaceCard({ unit, place, sheets }: { unit: string; place: Place; sheets: Sheet[] }) {
  const { t } = useTranslation('outings');
  const when = useWhen();
  return (
    <Card>
      <h2>{place.name}</h2>
      <p className="second">{[t(`places.kind.${place.kind}`), place.where].filter(Boolean).join(' · ')}</p>
      {place.photo && (
        <Photo
          className="outing-place"
          hash={place.photo.hash}
          width={place.photo.width}
          height={place.photo.height}
          alt={t('places.looks', { place: place.name })}
        />
      )}
      {sheets.length === 0 && <p>{t('places.nothing')}</p>}
      <ul className="outing-list">
        {sheets.map((sheet) => (
          <li key={sheet.outing}>
            <Link className="outing-link" to={`/b/${unit}/n/${sheet.notice}/out`}>
              {sheet.title}
            </Link>
            <p className="second">{t('places.since', { time: when.short(sheet.since) })}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function PlacesScreen({ unit }: { unit: string }) {
  const { t } = useTranslation('outings');
  const registry = useRegistry();
  const board = useBoards([unit])?.get(unit);
  const up = board?.filter(({ firstUp }) => firstUp !== null).map(({ id }) => id);
  const hung = useHung(unit, board && up);
  const places = placesOf(registry, unit).filter(({ kind }) => kind !== 'loudspeaker');
  const sheets = sheetsByPlace(hung ?? []);
  const hanging = new Set([...sheets.values()].flat().map(({ notice }) => notice));
  const missing = hung && board ? missingOf(board, registry?.catalogue ?? [], hanging) : [];
  return (
    <Screen title={t('places.title')} back={`/b/${unit}`}>
      {hung === undefined && <Splash label={t('loading')} />}
      <div className="stack">
        <ButtonLink icon="qr" to={`/b/${unit}/poster`}>
          {t('places.poster')}
        </ButtonLink>
        {missing.length > 0 && (
          <Message tone="red" title={t('places.should')}>
            <p>{t('places.shouldText')}</p>
            {missing.map(({ id, title }) => (
              <ButtonLink key={id} icon="camera" to={`/b/${unit}/n/${id}/out/paper`}>
                {title}
              </ButtonLink>
            ))}
          </Message>
        )}
        {places.length === 0 && <Empty title={t('paper.none')}>{t('paper.noneText')}</Empty>}
        {hung &&
          places.map((place) => (
            <PlaceCard key={place.id} unit={unit} place={place} sheets={sheets.get(place.id) ?? []} />
          ))}
      </div>
    </Screen>
  );
}
