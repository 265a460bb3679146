using FitServerless.Quotas;

namespace FitServerless.Coach;

/// <param name="Json">The answer that passed; <c>null</c> when none did.</param>
/// <param name="UserId">Whose quota it was taken from.</param>
internal sealed record ModelTurn(byte[]? Json, string UserId, QuotaVerdict Spent);
