using System.Security.Cryptography;
using System.Text.Json;

namespace FitServerless.Accounts.Profiles;

/// <summary>What people change of their own accounts.</summary>
public sealed class ProfileService(IAccountStore accounts, IEnumerable<IAccountWatch> watches)
{
    /// <summary>A version of what people see of their account: other writes to its row, as of a password's hash, do not change it.</summary>
    public static string TagOf(Account account) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(
        [
            account.Email, account.Name, account.TimeZone, account.Tier, account.Settings, account.Avatar,
            $"{account.EmailVerifiedAt is not null}", $"{account.SecondFactor is { IsOn: true }}", .. account.Roles,
        ],
        AccountJson.Default.StringArray)).AsSpan(0, 12));

    /// <param name="tag">The version that the client has read; <c>null</c> for whichever there is.</param>
    public async Task<ProfileOutcome> UpdateAsync(string userId, ProfilePatch patch, string? tag, CancellationToken cancellationToken)
    {
        while (await accounts.FindAsync(userId, cancellationToken) is { } account)
        {
            if (tag is not null && tag != TagOf(account))
                return new ProfileOutcome.Changed(account);
            var edit = ProfileEdit.Of(account, patch);
            if (edit.Errors.Count > 0)
                return new ProfileOutcome.Invalid(edit.Errors);
            foreach (var watch in watches)
                await watch.PrepareAsync(account, edit.Account, cancellationToken);
            // Otherwise somebody else was faster, and the patch is applied to what they wrote.
            if (!await accounts.TryUpdateProfileAsync(edit.Account, cancellationToken))
                continue;
            foreach (var watch in watches)
                await watch.SeeAsync(edit.Account, cancellationToken);
            return new ProfileOutcome.Updated(edit.Account);
        }

        return new ProfileOutcome.Gone();
    }
}
