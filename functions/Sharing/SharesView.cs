namespace FitServerless.Functions.Sharing;

/// <summary>What the caller has given, expired ones too, and has got and may open.</summary>
public sealed record SharesView(IReadOnlyList<ShareView> Given, IReadOnlyList<ReceivedShareView> Received);
