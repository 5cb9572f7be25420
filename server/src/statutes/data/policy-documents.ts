import type { PolicyDocument } from '../types.ts';

/** 年度报告引用过的全国性政策文件：文号和题名。均据报告的引用收录，未核原文。 */
export const policyDocuments: readonly PolicyDocument[] = [
  { number: '国办发〔2018〕23号', title: '2018年政务公开工作要点', verification: 'partly', checked: '见于两份2018年报告的引用' },
  { number: '国办发〔2019〕14号', title: '2019年政务公开工作要点', verification: 'unverified', checked: '只见于一份报告的引用' },
  { number: '国办发〔2012〕26号', title: '2012年政务公开年度要点', verification: 'unverified', checked: '按其他报告的引用收录' },
  { number: '国办发〔2014〕12号', title: '2014年政务公开年度要点', verification: 'unverified', checked: '按其他报告的引用收录' },
  { number: '国办发〔2015〕22号', title: '2015年政务公开年度要点', verification: 'unverified', checked: '按其他报告的引用收录' },
  { number: '国办发〔2017〕24号', title: '2017年政务公开年度要点', verification: 'unverified', checked: '按其他报告的引用收录' },
  { number: '国办发〔2020〕17号', title: '2020年政务公开年度要点', verification: 'unverified', checked: '按其他报告的引用收录' },
];
