metadata description = 'Azure OpenAI without keys. One deployment per model; a name of "" leaves a model out.'

param name string
param location string
param tags object
param principalId string
@description('As of Azure OpenAI: { name, version, sku, capacity } for chat, embedding and vision; capacity in thousands of tokens a minute.')
param models object

var openAiUser = '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd'
var wanted = filter(items(models), model => !empty(model.value.name))

resource account 'Microsoft.CognitiveServices/accounts@2025-06-01' = {
  name: name
  location: location
  tags: tags
  kind: 'OpenAI'
  sku: { name: 'S0' }
  properties: {
    // Identities need an address of the account's own.
    customSubDomainName: name
    disableLocalAuth: true
    publicNetworkAccess: 'Enabled'
  }
}

// The service makes one at a time and answers others with a conflict.
@batchSize(1)
resource deployments 'Microsoft.CognitiveServices/accounts/deployments@2025-06-01' = [for model in wanted: {
  parent: account
  name: model.key
  sku: { name: model.value.sku, capacity: model.value.capacity }
  properties: {
    model: { format: 'OpenAI', name: model.value.name, version: model.value.version }
    versionUpgradeOption: 'OnceCurrentVersionExpired'
  }
}]

resource appAsks 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, principalId, openAiUser)
  scope: account
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', openAiUser)
  }
}

output endpoint string = account.properties.endpoint
