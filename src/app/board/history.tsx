/** What became of a notice, version by version; each older one can be opened. */
import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice, Revision } from '../../domain/notice/notice.ts';
import type { Registry } from '../../domain/registry/registry.ts';
import { Button } from '../ui/button.tsx';
import { useWhen } from '../ui/use-when.ts';
import './history.css';
import { NoticeBody } from './notice-body.tsx';
import { useMakers, useSignerWords } from './writers.tsx';

/** Comparing is loaded when somebody asks what was changed. */
const Changes = lazy(() => import('./changes.tsx'));

function Changed({ before, after }: { before: Revision; after: Revision }) {
  const { t } = useTranslation('board');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('changes.close') : t('changes.open')}
      </Button>
      {open && (
        <Suspense fallback={<p>{t('changes.loading')}</p>}>
          <Changes before={before.content} after={after.content} />
        </Suspense>
      )}
    </>
  );
}

function Older({ revision }: { revision: Revision }) {
  const { t } = useTranslation('board');
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('history.close') : t('history.open')}
      </Button>
      {open && (
        <div className="history-old">
          <p className="serif history-old-title">{revision.content.title}</p>
          <p className="second">{t('officer', { officer: revision.content.officer })}</p>
          <NoticeBody id={id} content={revision.content} />
        </div>
      )}
    </>
  );
}

/** The list, newest first. A notice that was never changed has none. */
export function History({ notice, registry }: { notice: Notice; registry: Registry | null | undefined }) {
  const { t } = useTranslation('board');
  const when = useWhen();
  const nameOf = useSignerWords(registry);
  const makers = useMakers(registry);
  const { revisions, withdrawal } = notice;
  if (revisions.length === 1 && !withdrawal) return null;
  const last = revisions.length - 1;
  return (
    <section className="history">
      <h2>{t('history.title')}</h2>
      <ol>
        {withdrawal && (
          <li>
            <p className="history-what">{t('history.withdrawn')}</p>
            <p>{t('history.reason', { reason: withdrawal.reason })}</p>
            <p className="second">
              {t('history.byWhen', {
                who: nameOf(withdrawal.author),
                at: when.moment(withdrawal.acceptedAt),
              })}
            </p>
          </li>
        )}
        {[...revisions].reverse().map((revision, back) => {
          const index = last - back;
          return (
            <li key={revision.id}>
              <p className="history-what">
                {index === 0 ? t('history.first') : t('history.version', { n: index + 1 })}
                {index === last && !withdrawal ? t('history.current') : ''}
              </p>
              {revision.reason !== null && <p>{t('history.reason', { reason: revision.reason })}</p>}
              {revision.onOlder && <p className="history-conflict">{t('history.onOlder')}</p>}
              <p className="second">
                {t('history.byWhen', { who: makers(revision), at: when.moment(revision.acceptedAt) })}
              </p>
              {index > 0 && <Changed before={revisions[index - 1]!} after={revision} />}
              {(index !== last || withdrawal) && <Older revision={revision} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
