/** One request: what was asked, its course, its clock with the working, and the steps that can be taken. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import type { CaseEventType } from '../../domain/request/events.ts';
import { nextSteps, unclearBy } from '../../domain/request/next.ts';
import { isUnseen, needsConfirming } from '../../domain/request/request.ts';
import { ClockWorking, useDay, useToday } from '../ask/clock.tsx';
import { OfficePage } from '../office/frame.tsx';
import { Button, Empty, Message, Splash } from '../ui/index.ts';
import { useWhen } from '../ui/use-when.ts';
import { Course } from './course.tsx';
import { otherContacts, type Shown, useRequests } from './desk-data.ts';
import { StepForm } from './step-form.tsx';

/** What was asked, as it was handed in. */
function Asked({ shown: { request, envelope }, others }: { shown: Shown; others: number }) {
  const { t } = useTranslation(['desk', 'ask']);
  const when = useWhen();
  const { applicant, name, contact, document, phone, address, form, handover, way, on } = request;
  const facts: [string, string][] = [
    [t('ask:short.who'), `${t(`column.${applicant}`)} · ${[name, contact].filter(Boolean).join(' · ')}`],
    [t('ask:short.document'), `${t(`ask:document.${document.type}`)} ${document.number}`],
    [t('ask:short.contact'), [phone, address].filter(Boolean).join(' · ')],
    [t('ask:short.form'), t(`ask:form.${form}`)],
    [t('ask:short.handover'), t(`ask:handover.${handover}`)],
    [t('ask:short.way'), `${t(`ask:way.${way}`)} · ${on}`],
    [t('arrived'), when.moment(envelope.acceptedAt)],
  ];
  return (
    <section className="office-panel stack-tight">
      <h2>{t('asked')}</h2>
      <p className="desk-asked">{request.asked}</p>
      <dl className="desk-facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt className="second">{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {isUnseen(way) && (
        <Message tone="amber" title={t('unseen.title')}>
          <p>{t('unseen.text')}</p>
          {others > 0 && <p>{t('unseen.others', { count: others })}</p>}
        </Message>
      )}
      <p className="second">{t('openedHere')}</p>
    </section>
  );
}

/** What the law would have seen to now. */
function Advice({ shown: { held, request } }: { shown: Shown }) {
  const { t } = useTranslation('desk');
  const day = useDay();
  const today = useToday();
  if (!held)
    return (
      <Message tone="amber" title={t('advice.open')}>
        {t(needsConfirming(request.way) ? 'advice.confirm' : 'advice.thatDay')}
      </Message>
    );
  if (held.conflicts.length > 0)
    return (
      <Message tone="amber" title={t('advice.conflict')}>
        {t('advice.conflictText')}
      </Message>
    );
  const { unclear, received } = held.clock;
  if (!held.end && unclear && unclear.completed === null && unclear.until < today)
    return <Message tone="amber" title={t('advice.notCompleted', { day: day(unclear.until) })} />;
  if (!held.end && !unclear && unclearBy(received) >= today)
    return <p className="second">{t('advice.unclearBy', { day: day(unclearBy(received)) })}</p>;
  return null;
}

function Steps({ shown }: { shown: Shown }) {
  const { t } = useTranslation('desk');
  const [type, setType] = useState<CaseEventType | null>(null);
  const steps = nextSteps(shown.held);
  return (
    <section className="office-panel stack-tight">
      <h2>{t('next')}</h2>
      {type === null && <Advice shown={shown} />}
      {type === null ? (
        <div className="desk-choices">
          {steps.map((one, at) => (
            <Button key={one} kind={at === 0 ? 'main' : 'plain'} onClick={() => setType(one)}>
              {t(`step.${one}`)}
            </Button>
          ))}
        </div>
      ) : (
        <StepForm key={type} shown={shown} type={type} onDone={() => setType(null)} />
      )}
    </section>
  );
}

function Found({ shown, others, registry }: { shown: Shown; others: number; registry: Registry }) {
  const { t } = useTranslation('desk');
  return (
    <OfficePage title={t('one')} back={{ to: '/office/desk', label: t('title') }}>
      <div className="desk-columns">
        <div className="stack">
          <Asked shown={shown} others={others} />
          <section className="office-panel stack-tight">
            <h2>{t('course')}</h2>
            <Course shown={shown} registry={registry} />
          </section>
        </div>
        <div className="stack">
          {shown.held && (
            <section className="office-panel stack-tight">
              <h2>{t('clock')}</h2>
              <ClockWorking input={shown.held.clock} />
            </section>
          )}
          <Steps shown={shown} />
        </div>
      </div>
    </OfficePage>
  );
}

export function CaseScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('desk');
  const { id } = useParams();
  const requests = useRequests();
  if (!requests) return <Splash label={t('opening')} />;
  const shown = requests.find(({ envelope }) => envelope.id === id);
  if (shown)
    return <Found shown={shown} others={otherContacts(requests, shown).length} registry={registry} />;
  return (
    <OfficePage title={t('one')} back={{ to: '/office/desk', label: t('title') }}>
      <Empty title={t('notHere')}>{t('notHereText')}</Empty>
    </OfficePage>
  );
}
