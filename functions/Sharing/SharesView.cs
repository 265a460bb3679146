namespace FitServerless.Functions.Sharing;

/// <param name="Given">What the caller has given, expired ones too; with the first page.</param>
/// <param name="Received">A page of what the caller has got and may open.</param>
public sealed record SharesView(IReadOnlyList<ShareView> Given, IReadOnlyList<ReceivedShareView> Received);
