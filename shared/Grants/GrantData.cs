using FitServerless.Accounts;
using FitServerless.Privacy;

namespace FitServerless.Grants;

/// <summary>What somebody has granted, and what others have granted them, by id and by address.</summary>
internal sealed class GrantData(IGrantStore grants, ErasedAddress address) : IPersonalData
{
    public string Name => "grants";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        foreach (var grant in await grants.ListAsync(userId, cancellationToken))
            await grants.DeleteGivenAsync(userId, grant.TrainerKey, cancellationToken);
        await EraseGotAsync(userId, cancellationToken);
        if (await address.FindAsync(userId, cancellationToken) is { } email)
            await EraseGotAsync(EmailAddress.Key(email), cancellationToken);
    }

    private async Task EraseGotAsync(string trainerKey, CancellationToken cancellationToken)
    {
        foreach (var clientId in await grants.ListClientsAsync(trainerKey, cancellationToken))
            await grants.DeleteAsync(clientId, trainerKey, cancellationToken);
    }
}
