using Azure;
using Azure.Data.Tables;
using FitServerless.Privacy;
using FitServerless.Storage;

namespace FitServerless.Accounts;

/// <summary>The account itself. It goes last: until then others find its e-mail by it.</summary>
internal sealed class AccountData(AppTables tables, IAccountStore accounts) : IPersonalData
{
    private readonly TableClient _table = tables.Accounts;

    public string Name => AccountErasure.Account;

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        await CloseAsync(userId, cancellationToken);
        await _table.DeletePartitionAsync(userId, cancellationToken);
    }

    /// <summary>Frees the e-mail and ends the sign-ins: nobody gets into the account any more. At most five transactions, for 100 sign-ins.</summary>
    public async Task CloseAsync(string userId, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(userId, cancellationToken) is { } account)
            await FreeAsync(account, cancellationToken);
        await tables.RefreshTokens.DeletePartitionAsync(userId, cancellationToken);
    }

    /// <summary>Under its ETag, unless somebody else has the e-mail by now.</summary>
    private async Task FreeAsync(Account account, CancellationToken cancellationToken)
    {
        var key = EmailAddress.Key(account.Email);
        var claim = await _table.GetEntityIfExistsAsync<TableEntity>(key, "email", cancellationToken: cancellationToken);
        if (!claim.HasValue || claim.Value!.GetString("AccountId") != account.Id)
            return;
        try
        {
            await _table.DeleteEntityAsync(key, "email", claim.Value.ETag, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == 412)
        {
            // Somebody else has it by now.
        }
    }
}
