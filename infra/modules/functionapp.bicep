metadata description = 'The app on Flex Consumption, Linux.'

param name string
param location string
param tags object
param identityId string
param clientId string
@description('The first is the host\'s own, too.')
param storageAccounts string[]
@description('An address in the first storage account: https://{account}.blob…/{container}.')
param packageContainer string
param settings object
@description('Whose pages may call. The plan\'s host answers preflights itself and never asks the app.')
param corsOrigins string[]
@description('512, 2048 or 4096.')
param instanceMemoryMB int
@minValue(40)
@maxValue(1000)
param maximumInstanceCount int
@description('Instances that never sleep and are paid for all day.')
param alwaysReadyInstances int
@description('Requests on one instance before another one is started. An open stream of events is one.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int

// The app tells by these names which account holds what, for ever: docs/scale.md.
var connections = [for i in range(0, length(storageAccounts)): i == 0 ? 'AzureWebJobsStorage' : 'Data${i + 1}']
var storageSettings = reduce(
  range(0, length(storageAccounts)),
  { Storage__Shards: length(storageAccounts) > 1 ? join(connections, ',') : '' },
  (all, i) => union(all, {
    '${connections[i]}__accountName': storageAccounts[i]
    '${connections[i]}__clientId': clientId
    '${connections[i]}__credential': 'managedidentity'
  })
)

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: { tier: 'FlexConsumption', name: 'FC1' }
  properties: { reserved: true }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  // azd finds by the second tag where `azure.yaml`'s service goes.
  tags: union(tags, { 'azd-service-name': 'api' })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identityId
    siteConfig: {
      minTlsVersion: '1.2'
      cors: { allowedOrigins: corsOrigins }
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: packageContainer
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identityId }
        }
      }
      runtime: { name: 'dotnet-isolated', version: '10.0' }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
        alwaysReady: alwaysReadyInstances > 0 ? [{ name: 'http', instanceCount: alwaysReadyInstances }] : []
        triggers: { http: { perInstanceConcurrency: httpConcurrency } }
      }
    }
  }

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: union(storageSettings, settings)
  }

  // Publishing is by Entra identity, too.
  resource noFtpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPublishingPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

output id string = app.id
output name string = app.name
output address string = 'https://${app.properties.defaultHostName}'
