/** On the queue: publicity periods that are open, each with the objections that wait for an answer. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { LightNotice } from '../../domain/board/board.ts';
import { uniqueObjections } from '../../domain/review/queue.ts';
import { Icon, Mark, useDevice } from '../ui/index.ts';
import { useBoards } from '../ui/use-board.ts';
import type { Reader } from './review-data.ts';

interface Open {
  unit: string;
  notice: LightNotice;
  waiting: number;
}

const isOpen = ({ publicity, publicityClosed, withdrawn }: LightNotice): boolean =>
  publicity !== null && !publicityClosed && !withdrawn;

function useOpen(reader: Reader): Open[] {
  const device = useDevice();
  const boards = useBoards(reader.units);
  const found = useLiveQuery(async () => {
    // Read for the live query: what arrives is in these rows.
    await device.db.rows.count();
    const open: Open[] = [];
    for (const unit of reader.units) {
      const notices = (boards?.get(unit) ?? []).filter(isOpen);
      const records = notices.length > 0 ? await device.officeRecords(unit) : [];
      const taken = uniqueObjections(records.flatMap((one) => (one.what === 'objection' ? [one] : [])));
      for (const notice of notices) {
        const sealed = await device.sealedObjections(unit, notice.id);
        const unanswered = taken.filter((one) => one.notice === notice.id && !one.answer);
        const waiting = unanswered.length + sealed.filter(({ onItsWay }) => !onItsWay).length;
        open.push({ unit, notice, waiting });
      }
    }
    return open.sort((one, other) => other.waiting - one.waiting);
  }, [device, reader, boards]);
  return found ?? [];
}

export function OpenPeriods({ reader }: { reader: Reader }) {
  const { t } = useTranslation('review');
  const open = useOpen(reader);
  if (open.length === 0) return null;
  return (
    <section className="stack-tight" aria-labelledby="open-periods">
      <h2 id="open-periods" className="review-open">
        {t('open.title')}
      </h2>
      <ul className="stack-tight">
        {open.map(({ unit, notice, waiting }) => (
          <li key={notice.id}>
            <Link className="card review-line" to={`/review/${unit}/n/${notice.id}`}>
              <span className="review-text">
                <span className="review-name">{notice.title}</span>
                {reader.units.length > 1 && (
                  <span className="second">{reader.registry.units[unit]?.name ?? unit}</span>
                )}
              </span>
              <span className="review-marks">
                <Mark tone={waiting > 0 ? 'red' : 'plain'}>
                  {waiting > 0 ? t('open.waiting', { count: waiting }) : t('open.none')}
                </Mark>
              </span>
              <Icon name="next" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
