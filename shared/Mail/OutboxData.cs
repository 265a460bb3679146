using FitServerless.Privacy;

namespace FitServerless.Mail;

/// <summary>Letters to a person that a developer's machine has kept; elsewhere there are none, and looking costs one transaction.</summary>
internal sealed class OutboxData(Outbox outbox, ErasedAddress address) : IPersonalData
{
    public string Name => "outbox";

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        if (await address.FindAsync(userId, cancellationToken) is { } email)
            await outbox.ForgetAsync(email, cancellationToken);
    }
}
