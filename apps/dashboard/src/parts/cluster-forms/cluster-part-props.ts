import type { ClusterDetail } from '@klyngevagt/contracts';
import type { OpenForm } from './open-form.js';

/** What a part of a cluster's page shows, and how it opens a form. */
export interface ClusterPartProps {
  detail: ClusterDetail;
  openForm(form: OpenForm): void;
}
