# Gives the vault the secrets that are nobody's to choose: 32 random bytes each, once. Runs after `azd provision`.
$ErrorActionPreference = 'Stop'
$vault = $env:AZURE_KEY_VAULT_NAME

# The role that lets us read and write may take minutes to arrive.
function Invoke-Az([string[]] $arguments) {
    for ($try = 1; ; $try++) {
        $answer = az @arguments
        if ($LASTEXITCODE -eq 0) { return $answer }
        if ($try -eq 20) { throw "az $($arguments[0..2]) failed." }
        Start-Sleep -Seconds 15
    }
}

$there = Invoke-Az @('keyvault', 'secret', 'list', '--vault-name', $vault, '--query', '[].name', '--output', 'tsv')
$written = $false
foreach ($name in 'JWT-SECRET', 'ENCRYPTION-KEY') {
    if ($there -contains $name) { continue }
    $bytes = [byte[]]::new(32)
    [Security.Cryptography.RandomNumberGenerator]::Fill($bytes)
    $value = $name -eq 'JWT-SECRET' ? [Convert]::ToBase64String($bytes) : [Convert]::ToHexString($bytes)
    Invoke-Az @('keyvault', 'secret', 'set', '--vault-name', $vault, '--name', $name, '--value', $value, '--output', 'none') | Out-Null
    $written = $true
}

# The app was there before its secrets were, and would look again a day later.
if ($written) {
    $app = Invoke-Az @('functionapp', 'show', '--resource-group', $env:AZURE_RESOURCE_GROUP, '--name', $env:AZURE_FUNCTION_NAME, '--query', 'id', '--output', 'tsv')
    Invoke-Az @('rest', '--method', 'post', '--url', "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01", '--output', 'none') | Out-Null
}
