using System.Text.Json;
using System.Text.Json.Serialization;
using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Accounts.SecondFactors;

namespace FitServerless.Functions.Accounts;

/// <summary>The source-generated contracts of the account routes.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, AllowDuplicateProperties = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, MaxDepth = 8)]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(CodeRequest))]
[JsonSerializable(typeof(Credentials))]
[JsonSerializable(typeof(Enrollment))]
[JsonSerializable(typeof(IReadOnlyList<SessionView>))]
[JsonSerializable(typeof(LinkRequest))]
[JsonSerializable(typeof(PasswordRequest))]
[JsonSerializable(typeof(ProfilePatch))]
[JsonSerializable(typeof(RecoveryCodesView))]
[JsonSerializable(typeof(RefreshRequest))]
[JsonSerializable(typeof(RegisteredView))]
[JsonSerializable(typeof(Registration))]
[JsonSerializable(typeof(TokenView))]
[JsonSerializable(typeof(VerifiedView))]
[JsonSerializable(typeof(VerifyRequest))]
internal sealed partial class AccountContracts : JsonSerializerContext;
