targetScope = 'subscription'

@description('The azd environment: development, staging, production, or anything else.')
@minLength(1)
@maxLength(40)
param environmentName string
@description('A region with Flex Consumption.')
param location string
@description('Who deploys, to write the vault\'s secrets; empty for nobody.')
param deployerId string = ''

@description('512, 2048 or 4096.')
param instanceMemoryMB int = 2048
param maximumInstanceCount int = 100
param alwaysReadyInstances int = 0
param httpConcurrency int = 100

@description('Standard_LRS, Standard_ZRS, …')
param storageSku string = 'Standard_LRS'
@description('Accounts that users are spread over. It can be raised only with a move of data: docs/scale.md.')
@minValue(1)
@maxValue(50)
param storageAccounts int = 1
param deletedBlobDays int = 7
param purgeProtection bool = false

param logRetentionDays int = 30
param logDailyCapGb int = 1

@description('Where alerts and the budget\'s mails go; empty for neither.')
param alertEmail string = ''
param monthlyBudget int = 20

@description('{ chat, embedding, vision }, each { name, version, sku, capacity }; {} for no Azure OpenAI.')
param models object = {}
@description('Free_F1, Standard_S1 or Premium_P1; empty for none.')
param webPubSubSku string = ''
@description('Instead of queues and tables for Durable; wants a package more in functions/: see README.md here.')
param durableScheduler bool = false

@description('Settings of the app that differ from its defaults, as in local.settings.sample.json. They win over all others.')
param settings object = {}

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }
var accountNames = [for i in range(1, storageAccounts): 'fit${token}${i}']
var fromVault = '@Microsoft.KeyVault(VaultName=${vault.outputs.name};SecretName='

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'fit-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'fit-${token}-app', location: location, tags: tags }
}

module storage 'modules/storage.bicep' = [for (name, i) in accountNames: {
  scope: group
  params: {
    name: name
    location: location
    tags: tags
    sku: storageSku
    principalId: identity.outputs.principalId
    deployerId: deployerId
    containers: i == 0 ? ['packages', 'releases'] : []
    deletedBlobDays: deletedBlobDays
  }
}]

module vault 'modules/keyvault.bicep' = {
  scope: group
  params: {
    name: 'fit-${token}-kv'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    deployerId: deployerId
    purgeProtection: purgeProtection
  }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: {
    name: 'fit-${token}-insights'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    retentionDays: logRetentionDays
    dailyCapGb: logDailyCapGb
  }
}

module openAi 'modules/openai.bicep' = if (!empty(models)) {
  scope: group
  params: { name: 'fit-${token}-openai', location: location, tags: tags, principalId: identity.outputs.principalId, models: models }
}

module webPubSub 'modules/webpubsub.bicep' = if (!empty(webPubSubSku)) {
  scope: group
  params: { name: 'fit-${token}-pubsub', location: location, tags: tags, sku: webPubSubSku, vaultName: vault.outputs.name }
}

module scheduler 'modules/scheduler.bicep' = if (durableScheduler) {
  scope: group
  params: { name: 'fit-${token}-tasks', location: location, tags: tags, principalId: identity.outputs.principalId }
}

// A trigger's %Schedules:…% knows no default.
var schedules = toObject(
  filter(items(loadJsonContent('../local.settings.sample.json').Values), setting => startsWith(setting.key, 'Schedules__')),
  setting => setting.key,
  setting => setting.value
)

var ownSettings = {
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'Authorization=AAD;ClientId=${identity.outputs.clientId}'
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  ENCRYPTION_KEY: '${fromVault}ENCRYPTION-KEY)'
  JWT_SECRET: '${fromVault}JWT-SECRET)'
}

var openAiSettings = empty(models) ? {} : {
  OpenAI__Endpoint: openAi!.outputs.endpoint
  OpenAI__ManagedIdentityClientId: identity.outputs.clientId
  OpenAI__ChatDeployment: empty(models.?chat.?name) ? '' : 'chat'
  OpenAI__EmbeddingDeployment: empty(models.?embedding.?name) ? '' : 'embedding'
  OpenAI__VisionDeployment: empty(models.?vision.?name) ? '' : 'vision'
}

// By the module's output, so that the secret is there when the app first looks: what it does not find, it looks for again a day later.
var webPubSubSettings = empty(webPubSubSku) ? {} : {
  WebPubSub__ConnectionString: '${fromVault}${webPubSub!.outputs.secretName})'
}

var schedulerSettings = !durableScheduler ? {} : {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${scheduler!.outputs.endpoint};Authentication=ManagedIdentity;ClientID=${identity.outputs.clientId}'
  AzureFunctionsJobHost__extensions__durableTask__hubName: scheduler!.outputs.hubName
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
}

// A reference to a secret that is not there would reach the app as its value.
var smtpSettings = empty(settings.?Smtp__Host) ? {} : {
  SMTP_PASSWORD: '${fromVault}SMTP-PASSWORD)'
}

module app 'modules/functionapp.bicep' = {
  scope: group
  params: {
    name: 'fit-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    clientId: identity.outputs.clientId
    storageAccounts: accountNames
    packageContainer: '${storage[0].outputs.blobEndpoint}packages'
    instanceMemoryMB: instanceMemoryMB
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    httpConcurrency: httpConcurrency
    corsOrigins: empty(settings.?Http__AllowedOrigins) ? [] : map(split(settings.Http__AllowedOrigins, ','), origin => trim(origin))
    settings: union(
      loadJsonContent('app-settings.json').settings,
      schedules,
      ownSettings,
      openAiSettings,
      webPubSubSettings,
      schedulerSettings,
      smtpSettings,
      settings
    )
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  scope: group
  params: {
    name: 'fit-${token}'
    tags: tags
    email: alertEmail
    insightsId: monitoring.outputs.id
    storageIds: [for i in range(0, storageAccounts): storage[i].outputs.id]
    monthlyBudget: monthlyBudget
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_STORAGE_ACCOUNT string = accountNames[0]
output AZURE_FUNCTION_NAME string = app.outputs.name
output FITSERVERLESS_URL string = app.outputs.address
