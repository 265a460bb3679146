#!/bin/sh
# Gives the vault the secrets that are nobody's to choose: 32 random bytes each, once. Runs after `azd provision`.
set -eu
: "${AZURE_FUNCTION_NAME:?}" "${AZURE_RESOURCE_GROUP:?}" "${AZURE_KEY_VAULT_NAME:?}"

# The role that lets us read and write may take minutes to arrive.
patiently() {
  tries=0
  until "$@"; do
    tries=$((tries + 1))
    [ "$tries" -lt 20 ] || return 1
    sleep 15
  done
}

there="$(patiently az keyvault secret list --vault-name "$AZURE_KEY_VAULT_NAME" --query '[].name' --output tsv)"
written=
make() {
  if ! echo "$there" | grep -qx "$1"; then
    patiently az keyvault secret set --vault-name "$AZURE_KEY_VAULT_NAME" --name "$1" --value "$2" --output none
    written=1
  fi
}
make JWT-SECRET "$(openssl rand -base64 32)"
make ENCRYPTION-KEY "$(openssl rand -hex 32)"

# The app was there before its secrets were, and would look again a day later.
if [ -n "$written" ]; then
  app="$(az functionapp show --resource-group "$AZURE_RESOURCE_GROUP" --name "$AZURE_FUNCTION_NAME" --query id --output tsv)"
  az rest --method post --url "$app/config/configreferences/appsettings/refresh?api-version=2022-03-01" --output none
fi
