metadata description = 'Web PubSub for the chat\'s WebSockets. The app signs the tokens of its clients, so it needs the key; that goes to the vault and nowhere else.'

param name string
param location string
param tags object
@description('Free_F1, Standard_S1 or Premium_P1.')
param sku string
param vaultName string

resource hub 'Microsoft.SignalRService/webPubSub@2024-03-01' = {
  name: name
  location: location
  tags: tags
  kind: 'WebPubSub'
  sku: { name: sku, capacity: 1 }
  properties: { publicNetworkAccess: 'Enabled' }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource connection 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'WebPubSub--ConnectionString'
  properties: { value: hub.listKeys().primaryConnectionString }
}

output secretName string = connection.name
