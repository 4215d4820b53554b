import { Module } from '@nestjs/common';
import { ClusterController } from './cluster.controller.js';
import { ClusterHistoryService } from './cluster-history.service.js';
import { ClusterService } from './cluster.service.js';

@Module({
  controllers: [ClusterController],
  providers: [ClusterHistoryService, ClusterService],
})
export class ClustersModule {}
