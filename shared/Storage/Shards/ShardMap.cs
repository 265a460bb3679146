using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace FitServerless.Storage.Shards;

/// <summary>
/// Which of several storage accounts holds a partition, by rendezvous hashing (Thaler and Ravishankar, 1998): the one with the highest score.
/// The order of the accounts does not matter, and a further one takes its share from all others and moves nothing between them.
/// </summary>
/// <param name="names">
/// The accounts' names in the settings. They go into the score: another name is another account, wherever its connection leads.
/// </param>
public sealed class ShardMap(IReadOnlyList<string> names)
{
    public int Count => names.Count;

    public int IndexOf(string partition)
    {
        var (best, highest) = (0, 0UL);
        for (var i = 0; names.Count > 1 && i < names.Count; i++)
        {
            var score = Score(names[i], partition);
            if (score > highest)
                (best, highest) = (i, score);
        }

        return best;
    }

    /// <summary>The first eight bytes of a SHA-256. It says where data lies, so it can never be another one.</summary>
    internal static ulong Score(string name, string partition) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}\n{partition}")));
}
