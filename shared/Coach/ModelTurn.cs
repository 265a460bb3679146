using FitServerless.Quotas;

namespace FitServerless.Coach;

/// <param name="Json">The answer that passed; <c>null</c> when none did.</param>
internal sealed record ModelTurn(byte[]? Json, QuotaVerdict Spent);
