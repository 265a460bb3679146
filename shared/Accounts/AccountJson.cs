using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Accounts.Profiles;
using FitServerless.Accounts.SecondFactors;

namespace FitServerless.Accounts;

/// <summary>The source-generated contracts of accounts that this room reads and writes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(AccessClaims))]
[JsonSerializable(typeof(PersonSettings))]
[JsonSerializable(typeof(SecondFactor))]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(Suspension))]
internal sealed partial class AccountJson : JsonSerializerContext;
