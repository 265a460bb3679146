using './main.bicep'

// azd's environment has the stage's name; what it is not told, it asks for. `azd env set` sets the others.
var stage = readEnvironmentVariable('AZURE_ENV_NAME')

// Whatever is not development, staging or production is somebody's own and as small as development.
var stages = {
  development: { instanceMemoryMB: 2048, maximumInstanceCount: 40, storageSku: 'Standard_LRS', deletedBlobDays: 7, logDailyCapGb: 1, monthlyBudget: 20 }
  staging: { instanceMemoryMB: 2048, maximumInstanceCount: 40, storageSku: 'Standard_LRS', deletedBlobDays: 7, logDailyCapGb: 1, monthlyBudget: 50 }
  production: { instanceMemoryMB: 2048, maximumInstanceCount: 100, storageSku: 'Standard_ZRS', deletedBlobDays: 30, logDailyCapGb: 5, monthlyBudget: 500 }
}
var size = stage == 'production' ? stages.production : stage == 'staging' ? stages.staging : stages.development

param environmentName = stage
param location = readEnvironmentVariable('AZURE_LOCATION')
param deployerId = readEnvironmentVariable('AZURE_PRINCIPAL_ID', '')

param instanceMemoryMB = size.instanceMemoryMB
param maximumInstanceCount = size.maximumInstanceCount
param alwaysReadyInstances = int(readEnvironmentVariable('FIT_ALWAYS_READY', '0'))
param storageSku = size.storageSku
param storageAccounts = int(readEnvironmentVariable('FIT_STORAGE_ACCOUNTS', '1'))
param deletedBlobDays = size.deletedBlobDays
param purgeProtection = stage == 'production'
param logDailyCapGb = size.logDailyCapGb
param alertEmail = readEnvironmentVariable('FIT_ALERT_EMAIL', '')
param monthlyBudget = size.monthlyBudget

// {"chat":{"name":"gpt-4.1-mini","version":"2025-04-14","sku":"GlobalStandard","capacity":50}}
param models = json(readEnvironmentVariable('FIT_MODELS', '{}'))
param webPubSubSku = readEnvironmentVariable('FIT_WEB_PUBSUB', '')
param durableScheduler = bool(readEnvironmentVariable('FIT_DURABLE_SCHEDULER', 'false'))
// {"Http__AllowedOrigins":"https://app.example.com"}
param settings = json(readEnvironmentVariable('FIT_SETTINGS', '{}'))
