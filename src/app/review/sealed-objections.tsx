/** Objections that came sealed from a tablet or a phone: opened on this device, answered in the record and under the code. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import type { SealedObjection } from '../../sync/client/objections.ts';
import { Card, Mark, useDevice } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { AnswerForm } from './answer-form.tsx';

/** Those that are not in the record yet, oldest first. Undefined while they are opened. */
export function useSealedObjections(unit: string, notice: string): SealedObjection[] | undefined {
  const device = useDevice();
  return useLiveQuery(async () => {
    // Read for the live query: what arrives is in these rows, what is answered here is in the outbox.
    await Promise.all([device.db.rows.count(), device.db.outbox.where('phase').equals('waiting').count()]);
    return (await device.sealedObjections(unit, notice)).reverse();
  }, [device, unit, notice]);
}

function One({ unit, notice, sealed }: { unit: string; notice: string; sealed: SealedObjection }) {
  const { t } = useTranslation('review');
  const device = useDevice();
  const when = useWhen();
  const { text, name, contact, envelope, onItsWay } = sealed;
  return (
    <li>
      <Card className="stack-tight">
        <p>
          <strong>{name || t('objections.anonymous')}</strong>
          {contact && ` · ${contact}`}
        </p>
        <p className="second">{t('objections.sealedAt', { time: when.moment(envelope.acceptedAt) })}</p>
        <p className="review-words">{text}</p>
        <p>
          <Mark tone="amber">{t(onItsWay ? 'objections.onItsWay' : 'objections.waiting')}</Mark>
        </p>
        {!onItsWay && (
          <>
            <p className="second">{t('objections.sealedHint')}</p>
            <AnswerForm
              onAnswer={({ upheld, answer }) => {
                const word = t(upheld ? 'objections.wordUpheld' : 'objections.wordRefused', {
                  answer: answer.trim(),
                });
                return device.answerSealedObjection(unit, notice, sealed, { upheld, answer, word });
              }}
            />
          </>
        )}
      </Card>
    </li>
  );
}

export function SealedObjections({
  unit,
  notice,
  sealed,
}: {
  unit: string;
  notice: string;
  sealed: SealedObjection[];
}) {
  return (
    <ul className="stack">
      {sealed.map((one) => (
        <One key={one.envelope.id} unit={unit} notice={notice} sealed={one} />
      ))}
    </ul>
  );
}
