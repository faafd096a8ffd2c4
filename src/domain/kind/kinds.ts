/** Every kind of notice that this version knows, in the order in which a cadre is offered them. */
import type { NoticeKind } from './kind.ts';
import { accounts } from './kinds/accounts.ts';
import { activity } from './kinds/activity.ts';
import { assets } from './kinds/assets.ts';
import { attendance } from './kinds/attendance.ts';
import { benefitList } from './kinds/benefit-list.ts';
import { budget } from './kinds/budget.ts';
import { caseNotice } from './kinds/case.ts';
import { disclosureCatalogue } from './kinds/disclosure-catalogue.ts';
import { disclosureGuide } from './kinds/disclosure-guide.ts';
import { election } from './kinds/election.ts';
import { letter } from './kinds/letter.ts';
import { meeting } from './kinds/meeting.ts';
import { nothing } from './kinds/nothing.ts';
import { peopleDuty } from './kinds/people-duty.ts';
import { plain } from './kinds/plain.ts';
import { policy } from './kinds/policy.ts';
import { progress } from './kinds/progress.ts';
import { project } from './kinds/project.ts';
import { reliefGoods } from './kinds/relief-goods.ts';
import { serviceGuide } from './kinds/service-guide.ts';
import { subsidyCard } from './kinds/subsidy-card.ts';

export const KINDS: NoticeKind[] = [
  plain,
  benefitList,
  subsidyCard,
  accounts,
  assets,
  project,
  progress,
  attendance,
  serviceGuide,
  election,
  meeting,
  peopleDuty,
  policy,
  caseNotice,
  reliefGoods,
  budget,
  activity,
  letter,
  nothing,
  disclosureGuide,
  disclosureCatalogue,
];

const byId = new Map(KINDS.map((kind) => [kind.id, kind]));

/** The kind of that id; null when this version does not know it. */
export const kindOf = (id: string): NoticeKind | null => byId.get(id) ?? null;
