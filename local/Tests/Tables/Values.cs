using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace FitServerless.Local.Tests.Tables;

/// <summary>Generators for every type that a column can have.</summary>
internal static class Values
{
    // The service's earliest time.
    private static readonly DateTime Earliest = new(1601, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly Gen<string> Text = ArbMap.Default.GeneratorFor<int>()
        .Where(x => Rune.IsValid(Math.Abs(x % 0x11_0000)))
        .Select(x => new Rune(Math.Abs(x % 0x11_0000)).ToString())
        .ArrayOf()
        .Select(string.Concat);

    private static readonly Gen<double> Double = ArbMap.Default.GeneratorFor<double>().Where(x => !double.IsInfinity(x));

    private static readonly Gen<DateTimeOffset> Time = ArbMap.Default.GeneratorFor<long>()
        .Select(x => new DateTimeOffset(Earliest.AddTicks((x & long.MaxValue) % (DateTime.MaxValue - Earliest).Ticks)));

    private static readonly Gen<byte[]> Bytes = ArbMap.Default.GeneratorFor<byte[]>();

    public static Gen<object> Any { get; } = Gen.OneOf(
        Text.Select(x => (object)x),
        ArbMap.Default.GeneratorFor<bool>().Select(x => (object)x),
        ArbMap.Default.GeneratorFor<int>().Select(x => (object)x),
        ArbMap.Default.GeneratorFor<long>().Select(x => (object)x),
        Double.Select(x => (object)x),
        ArbMap.Default.GeneratorFor<Guid>().Select(x => (object)x),
        Time.Select(x => (object)x),
        Time.Select(x => (object)x.UtcDateTime),
        Bytes.Select(x => (object)x),
        Bytes.Select(x => (object)BinaryData.FromBytes(x)));

    /// <summary>A few columns of any types.</summary>
    public static Gen<Dictionary<string, object?>> Columns { get; } =
        Any.ArrayOf().Select(x => x.Select((value, i) => ($"Column{i}", value)).ToDictionary(y => y.Item1, y => (object?)y.value));

    /// <summary>What a value looks like when it has been stored: times are offsets, binary is an array.</summary>
    public static object? AsRead(object? value) => value switch
    {
        DateTime time => new DateTimeOffset(time),
        BinaryData bytes => bytes.ToArray(),
        _ => value,
    };
}
