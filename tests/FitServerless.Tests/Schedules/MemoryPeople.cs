using System.Collections.Concurrent;
using FitServerless.Accounts.Profiles;

namespace FitServerless.Tests.Schedules;

internal sealed class MemoryPeople : IPeople
{
    public ConcurrentDictionary<string, Person> All { get; } = [];

    public Task<Person?> FindAsync(string userId, CancellationToken cancellationToken) => Task.FromResult(All.GetValueOrDefault(userId));
}
