// Makes the sample files with writers that know nothing of our own: Garmin's FIT SDK and gpsbabel.
//   npm ci && node tests/FitServerless.Tests/Workouts/Files/Samples/make-samples.mjs
import { Encoder, Profile } from '@garmin/fitsdk';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = dirname(fileURLToPath(import.meta.url));
const start = new Date('2026-05-03T07:15:00Z');
const at = (seconds) => new Date(start.getTime() + seconds * 1000);
const semicircles = (degrees) => Math.round((degrees * 2 ** 31) / 180);
const { MesgNum } = Profile;

function activity({ sport, seconds, record, pause, laps = 2, developer }) {
  const encoder = new Encoder(developer ? { fieldDescriptions: { 0: developer } } : {});
  const write = (mesgNum, fields) => encoder.onMesg(mesgNum, { mesgNum, ...fields });
  write(MesgNum.FILE_ID, { type: 'activity', manufacturer: 'garmin', product: 3121, serialNumber: 3141592653, timeCreated: start });
  write(MesgNum.DEVICE_INFO, { timestamp: start, deviceIndex: 0, productName: 'Edge 530' });
  write(MesgNum.EVENT, { timestamp: start, event: 'timer', eventType: 'start' });
  for (let s = 0; s < seconds; s++) {
    if (pause && s === pause[0]) write(MesgNum.EVENT, { timestamp: at(s), event: 'timer', eventType: 'stopAll' });
    if (pause && s === pause[1]) write(MesgNum.EVENT, { timestamp: at(s), event: 'timer', eventType: 'start' });
    if (!pause || s <= pause[0] || s >= pause[1]) write(MesgNum.RECORD, { timestamp: at(s), ...record(s) });
  }
  write(MesgNum.EVENT, { timestamp: at(seconds), event: 'timer', eventType: 'stopAll' });
  const length = seconds / laps;
  for (let i = 0; i < laps; i++) {
    write(MesgNum.LAP, {
      messageIndex: i, timestamp: at((i + 1) * length), startTime: at(i * length), totalElapsedTime: length, totalTimerTime: length,
      totalDistance: length * 8, totalCalories: 12 + i, avgHeartRate: 131, maxHeartRate: 139, avgPower: 215, maxPower: 250,
    });
  }
  write(MesgNum.SESSION, {
    messageIndex: 0, timestamp: at(seconds), startTime: start, sport, totalElapsedTime: seconds,
    totalTimerTime: seconds - (pause ? pause[1] - pause[0] : 0), totalDistance: seconds * 8, totalCalories: 25, totalAscent: 17,
    firstLapIndex: 0, numLaps: laps,
  });
  write(MesgNum.ACTIVITY, { timestamp: at(seconds), totalTimerTime: seconds, numSessions: 1, type: 'manual', event: 'activity', eventType: 'stop' });
  return encoder.close();
}

const effort = (s) => ({ power: 200 + ((s * 7919) % 41), heartRate: 120 + (s % 20), cadence: 80 + ((s * 31) % 17) });

const ride = (s) => ({
  ...effort(s),
  positionLat: semicircles(47.3769 + s * 0.00005), positionLong: semicircles(8.5417 + s * 0.00007),
  distance: s * 8, speed: 8 + (s % 10) / 10, altitude: 408 + (s % 50) / 5, temperature: 14,
});

const podPower = {
  developerDataIdMesg: { developerDataIndex: 0, applicationId: Array(16).fill(7) },
  fieldDescriptionMesg: {
    developerDataIndex: 0, fieldDefinitionNumber: 0, fitBaseTypeId: 0x84, fieldName: 'Power', units: 'watts',
    nativeMesgNum: MesgNum.RECORD, nativeFieldNum: 7,
  },
};

function run() {
  const encoder = new Encoder({ fieldDescriptions: { 0: podPower } });
  const write = (mesgNum, fields) => encoder.onMesg(mesgNum, { mesgNum, ...fields });
  write(MesgNum.FILE_ID, { type: 'activity', manufacturer: 'stryd', product: 1, serialNumber: 1, timeCreated: start });
  write(MesgNum.DEVELOPER_DATA_ID, podPower.developerDataIdMesg);
  write(MesgNum.FIELD_DESCRIPTION, podPower.fieldDescriptionMesg);
  for (let s = 0; s < 60; s++) {
    write(MesgNum.RECORD, { timestamp: at(s), heartRate: 140 + (s % 10), cadence: 88, fractionalCadence: 0.5, developerFields: { 0: 250 + s } });
  }
  write(MesgNum.SESSION, { timestamp: at(60), startTime: start, sport: 'running', totalElapsedTime: 60, totalTimerTime: 60 });
  write(MesgNum.ACTIVITY, { timestamp: at(60), totalTimerTime: 60, numSessions: 1 });
  return encoder.close();
}

// A trail run with all that a workout has no place for: running dynamics, two developers' fields, beats, gears, batteries, somebody's profile.
const spiral = {
  developerDataIdMesg: { developerDataIndex: 1, applicationId: Array(16).fill(9) },
  fieldDescriptionMesg: { developerDataIndex: 1, fieldDefinitionNumber: 4, fitBaseTypeId: 0x88, fieldName: 'Spiral', units: 'rad' },
};

function extras() {
  const encoder = new Encoder({ fieldDescriptions: { 0: podPower, 1: spiral } });
  const write = (mesgNum, fields) => encoder.onMesg(mesgNum, { mesgNum, ...fields });
  write(MesgNum.FILE_ID, { type: 'activity', manufacturer: 'garmin', product: 3121, serialNumber: 1, timeCreated: start });
  write(MesgNum.FILE_CREATOR, { softwareVersion: 1030 });
  for (const field of [podPower, spiral]) {
    write(MesgNum.DEVELOPER_DATA_ID, field.developerDataIdMesg);
    write(MesgNum.FIELD_DESCRIPTION, field.fieldDescriptionMesg);
  }
  write(MesgNum.USER_PROFILE, { weight: 71.5, restingHeartRate: 48 });
  write(MesgNum.EVENT, { timestamp: start, event: 'timer', eventType: 'start' });
  for (let s = 0; s < 120; s++) {
    write(MesgNum.RECORD, {
      timestamp: at(s), ...ride(s), verticalOscillation: 80 + (s % 20) / 10, stanceTime: 240 + (s % 30) / 10, stepLength: 1100 + (s % 40),
      ...(s % 3 === 0 ? { leftRightBalance: 0x80 | (50 + (s % 4)) } : {}),
      developerFields: s % 2 === 0 ? { 0: 250 + s } : { 0: 250 + s, 1: s / 8 },
    });
    write(MesgNum.HRV, { time: [0.5 + (s % 10) / 100, 0.51, 0.52] });
    if (s % 40 === 20) write(MesgNum.EVENT, { timestamp: at(s), event: 'rearGearChange', eventType: 'marker', rearGear: 15, rearGearNum: s / 20 });
    if (s === 60) write(MesgNum.DEVICE_INFO, { timestamp: at(s), deviceIndex: 1, batteryVoltage: 3.9, serialNumber: 77 });
  }
  write(MesgNum.EVENT, { timestamp: at(120), event: 'timer', eventType: 'stopAll' });
  write(MesgNum.DEVICE_INFO, { timestamp: at(125), deviceIndex: 1, batteryVoltage: 3.8, serialNumber: 77 });
  for (let i = 0; i < 2; i++) {
    write(MesgNum.LAP, {
      messageIndex: i, timestamp: at((i + 1) * 60), startTime: at(i * 60), totalElapsedTime: 60, totalTimerTime: 60, totalDistance: 480,
      avgVerticalOscillation: 81 + i, avgStanceTime: 241, developerFields: { 1: 7.5 + i },
    });
  }
  write(MesgNum.SESSION, {
    messageIndex: 0, timestamp: at(120), startTime: start, sport: 'running', subSport: 'trail', totalElapsedTime: 120, totalTimerTime: 120,
    totalDistance: 960, totalCalories: 20, firstLapIndex: 0, numLaps: 2, avgStanceTime: 241.5, totalTrainingEffect: 3.1, thresholdPower: 281,
    developerFields: { 1: 15 },
  });
  write(MesgNum.ACTIVITY, { timestamp: at(120), totalTimerTime: 120, numSessions: 1 });
  return encoder.close();
}

const settings = () => {
  const encoder = new Encoder();
  encoder.onMesg(MesgNum.FILE_ID, { type: 'settings', manufacturer: 'garmin', product: 3121, serialNumber: 1, timeCreated: start });
  encoder.onMesg(MesgNum.USER_PROFILE, { weight: 71.5, gender: 'female' });
  return encoder.close();
};

const save = (name, bytes) => writeFileSync(join(folder, name), bytes);
const rideFile = activity({ sport: 'cycling', seconds: 240, record: ride, pause: [80, 110] });
const indoorFile = activity({ sport: 'cycling', seconds: 120, record: effort });
save('ride.fit', rideFile);
save('indoor.fit', indoorFile);
save('developer-power.fit', run());
save('settings.fit', settings());
save('extras.fit', extras());
save('chained.fit', Buffer.concat([indoorFile, settings()]));

const convert = (format, name, ...filters) => execFileSync('gpsbabel', ['-i', 'garmin_fit', '-f', join(folder, 'ride.fit'), ...filters, '-o', format, '-F', join(folder, name)]);
convert('gtrnctr,course=0,sport=Biking', 'ride.gpsbabel.tcx');
convert('gpx,garminextensions=1', 'ride.gpsbabel.gpx');
convert('gpx,gpxver=1.0', 'ride.gpsbabel-1.0.gpx');
