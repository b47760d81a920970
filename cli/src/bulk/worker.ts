import { workerData } from 'node:worker_threads';
import { type Batch, type BatchResult, type BulkSetting, batchAssessor } from './batch.js';

const assess = batchAssessor(workerData as BulkSetting);

export default (batch: Batch): BatchResult => assess(batch);
