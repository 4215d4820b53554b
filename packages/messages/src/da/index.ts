import { explanation } from './explanation.js';
import { ladders } from './ladders.js';
import { acknowledge, unsubscribe } from './acknowledge.js';
import { mailPreferences } from './mail-preferences.js';
import { signIn } from './sign-in.js';
import { shellForm } from './shell-form.js';
import { shellFrame } from './shell.js';
import { portfolio } from './portfolio.js';
import { problems } from './problems.js';
import { mail } from './mail.js';
import { reasons } from './reasons.js';
import { terms } from './terms.js';
import { calendar } from './calendar.js';
import { cluster } from './cluster.js';
import { myCluster } from './my-cluster.js';
import { recertification } from './recertification.js';
import { reminderRecord } from './reminder-record.js';
import { reminderHeadlines } from './reminder-headlines.js';
import { reminderMail } from './reminder-mail.js';
import { reminders } from './reminders.js';
import { grid } from './grid.js';
import { portfolioViews } from './portfolio-views.js';
import { inbox } from './inbox.js';
import { reminderHolds } from './reminder-holds.js';
import { palette } from './palette.js';
import { people } from './people.js';
import { proposals } from './proposals.js';
import { rules } from './rules.js';
import { daysWithout } from './days-without.js';
import { information } from './information.js';
import { auditClash } from './audit-clash.js';
import { assessment } from './assessment.js';
import { indicators } from './indicators.js';
import { frameworks } from './frameworks.js';
import { heatMap } from './heat-map.js';
import { recommendations } from './recommendations.js';
import { auditTrail } from './audit-trail.js';
import { forecast } from './forecast.js';
import { documents } from './documents.js';
import { news } from './news.js';
import { timeline } from './timeline.js';
import { webhooks } from './webhooks.js';

export const catalogue = {
  calendar,
  inbox,
  reminderHolds,
  auditClash,
  assessment,
  indicators,
  frameworks,
  heatMap,
  recommendations,
  auditTrail,
  forecast,
  timeline,
  webhooks,
  documents,
  news,
  explanation,
  daysWithout,
  acknowledge,
  unsubscribe,
  mailPreferences,
  information,
  ladders,
  proposals,
  rules,
  portfolioViews,
  palette,
  people,
  grid,
  recertification,
  reminderHeadlines,
  reminderMail,
  reminderRecord,
  reminders,
  reasons,
  mail,
  signIn,
  shell: { ...shellFrame, form: shellForm },
  portfolio,
  problems,
  terms,
  cluster,
  myCluster,
};
