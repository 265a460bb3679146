namespace FitServerless.Functions.Sync;

/// <summary>What <see cref="DigestWriter"/> writes of a day.</summary>
internal sealed record DigestDayShape(int Count, string Hash);
