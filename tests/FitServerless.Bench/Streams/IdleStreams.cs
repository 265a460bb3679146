namespace FitServerless.Bench.Streams;

/// <summary>What clients cost that listen while nothing happens.</summary>
/// <param name="Listeners">How many of them listen to one feed.</param>
/// <param name="BytesEach">Of the app's memory, connection and all.</param>
/// <param name="TransactionsOfOne">Storage transactions a minute when one client listens to a feed.</param>
/// <param name="TransactionsOfAll">The same when all of <paramref name="Listeners"/> do.</param>
internal sealed record IdleStreams(int Listeners, double BytesEach, double TransactionsOfOne, double TransactionsOfAll);
