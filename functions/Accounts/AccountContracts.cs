using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;

namespace FitServerless.Functions.Accounts;

/// <summary>The source-generated contracts of the account routes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(ProfilePatch))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(RegisteredView))]
[JsonSerializable(typeof(Registration))]
[JsonSerializable(typeof(TokenView))]
internal sealed partial class AccountContracts : JsonSerializerContext;
