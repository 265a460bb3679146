metadata description = 'A storage account that only Entra identities reach, and the app\'s roles on it.'

@minLength(3)
@maxLength(24)
param name string
param location string
param tags object
@description('Standard_LRS keeps three copies in one building, Standard_ZRS in three.')
param sku string
param principalId string
@description('Who deploys; empty for nobody.')
param deployerId string
@description('For the app\'s code. Only the first account needs them.')
param containers string[]
@description('How long a deleted or overwritten blob can be brought back.')
param deletedBlobDays int

// What the Functions host asks for on its own account: leases and packages, Durable's queues, Durable's and our tables.
// https://learn.microsoft.com/azure/azure-functions/functions-reference#connecting-to-host-storage-with-an-identity
var roles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  '974c5e8b-45b9-4653-ba55-5f855dd0fe88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
]

resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
  name: name
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }

  resource blobs 'blobServices' = {
    name: 'default'
    properties: {
      containerDeleteRetentionPolicy: { enabled: true, days: deletedBlobDays }
      deleteRetentionPolicy: { enabled: true, days: deletedBlobDays }
    }

    resource container 'containers' = [for container in containers: {
      name: container
    }]
  }
}

resource assignments 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in roles: {
  name: guid(account.id, principalId, role)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

// infra/deploy.sh keeps the last good package here.
var blobContributor = 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'

resource deployerWrites 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(deployerId) && !empty(containers)) {
  name: guid(account.id, deployerId, blobContributor)
  scope: account
  properties: {
    principalId: deployerId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', blobContributor)
  }
}

output id string = account.id
output name string = account.name
output blobEndpoint string = account.properties.primaryEndpoints.blob
