using Azure.Data.Tables;
using FitServerless.Cleanup;
using FitServerless.Storage;

namespace FitServerless.Privacy;

/// <summary>
/// A table with a partition a UTC day, in which a person's rows begin with <c>{id}|</c>. One transaction for each day that is kept, and one for
/// each 100 rows of a day.
/// </summary>
/// <param name="keptDays">As <see cref="DayPartitions"/> keeps them.</param>
internal sealed class PersonalDays(string name, TableClient table, Func<int> keptDays, TimeProvider clock) : IPersonalData
{
    public string Name => name;

    public async Task EraseAsync(string userId, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        // The oldest day may still wait for its cleanup, and another process's clock be in tomorrow.
        for (var day = today.AddDays(-keptDays() - 1); day <= today.AddDays(1); day = day.AddDays(1))
        {
            await table.DeleteFoundAsync(KeyPrefix.Filter(DayPartitions.Partition(day), $"{userId}|"), null, cancellationToken);
        }
    }
}
