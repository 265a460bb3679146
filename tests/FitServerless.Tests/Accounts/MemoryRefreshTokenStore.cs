using System.Globalization;
using Azure;
using FitServerless.Accounts;

namespace FitServerless.Tests.Accounts;

internal sealed class MemoryRefreshTokenStore : IRefreshTokenStore
{
    private readonly Dictionary<(string AccountId, string Id), RefreshFamily> _families = [];
    private int _version;

    public IReadOnlyCollection<RefreshFamily> Families => _families.Values;

    /// <summary>Runs before an update: what another request does in the meantime.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public Task AddAsync(RefreshFamily family, CancellationToken cancellationToken)
    {
        _families.Add((family.AccountId, family.Id), Stamp(family));
        return Task.CompletedTask;
    }

    public Task<RefreshFamily?> FindAsync(string accountId, string familyId, CancellationToken cancellationToken) =>
        Task.FromResult(_families.GetValueOrDefault((accountId, familyId)));

    public Task<IReadOnlyList<RefreshFamily>> ListAsync(string accountId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RefreshFamily>>([.. _families.Values.Where(family => family.AccountId == accountId)]);

    public async Task<bool> TryUpdateAsync(RefreshFamily family, CancellationToken cancellationToken)
    {
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        if (_families[(family.AccountId, family.Id)].ETag != family.ETag)
            return false;
        _families[(family.AccountId, family.Id)] = Stamp(family);
        return true;
    }

    private RefreshFamily Stamp(RefreshFamily family) => family with { ETag = new ETag((++_version).ToString(CultureInfo.InvariantCulture)) };
}
