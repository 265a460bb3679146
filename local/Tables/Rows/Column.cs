using System.Collections.Frozen;
using System.Reflection;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;

namespace Azure.Data.Tables.Rows;

/// <summary>A member of a row's class. What an annotation says is ignored here: the member's type decides how its value is read.</summary>
internal sealed class Column(string name, Type type, Func<object, object?>? get, Action<object, object?>? set)
{
    private static readonly FrozenDictionary<Type, ReadValue> Readers = new Dictionary<Type, ReadValue>
    {
        [typeof(string)] = (ref Utf8JsonReader json) => json.GetString()!,
        [typeof(bool)] = (ref Utf8JsonReader json) => json.GetBoolean(),
        [typeof(int)] = (ref Utf8JsonReader json) => json.GetInt32(),
        [typeof(long)] = ValueReader.ReadInt64,
        [typeof(ulong)] = ValueReader.ReadUInt64,
        [typeof(double)] = ValueReader.ReadDouble,
        [typeof(Guid)] = ValueReader.ReadGuid,
        [typeof(DateTimeOffset)] = ValueReader.ReadTime,
        [typeof(DateTime)] = ValueReader.ReadDateTime,
        [typeof(TimeSpan)] = ValueReader.ReadTimeSpan,
        [typeof(byte[])] = (ref Utf8JsonReader json) => json.GetBytesFromBase64(),
        [typeof(BinaryData)] = (ref Utf8JsonReader json) => BinaryData.FromBytes(json.GetBytesFromBase64()),
        [typeof(ETag)] = (ref Utf8JsonReader json) => new ETag(json.GetString()!),
    }.ToFrozenDictionary();

    private readonly Type _type = Nullable.GetUnderlyingType(type) ?? type;
    private readonly ReadValue? _read = Readers.GetValueOrDefault(Nullable.GetUnderlyingType(type) ?? type);
    private readonly byte[] _wireName = Encoding.UTF8.GetBytes(name == nameof(ITableEntity.ETag) ? TableEntity.ETagKey : name);

    private delegate object ReadValue(ref Utf8JsonReader json);

    public string Name => name;

    /// <summary>The service keeps these two itself.</summary>
    private bool IsSent => get is not null && name is not (nameof(ITableEntity.ETag) or nameof(ITableEntity.Timestamp));

    public static Column Of(MemberInfo member)
    {
        var name = member.GetCustomAttribute<DataMemberAttribute>()?.Name ?? member.Name;
        return member is PropertyInfo property
            ? new(name, property.PropertyType, MemberAccess.Getter(property), MemberAccess.Setter(property))
            : new(name, ((FieldInfo)member).FieldType, MemberAccess.Getter((FieldInfo)member), MemberAccess.Setter((FieldInfo)member));
    }

    public bool IsNamed(ref Utf8JsonReader json) => json.ValueTextEquals(_wireName);

    public void Write(Utf8JsonWriter json, object row)
    {
        if (IsSent)
            ValueWriter.Write(json, name, get!(row) switch { Enum value => value.ToString(), var value => value });
    }

    public void Read(ref Utf8JsonReader json, object row)
    {
        if (set is null)
            json.Skip();
        else if (json.TokenType == JsonTokenType.Null)
            set(row, null);
        else if (_type.IsEnum)
            ReadEnum(json.GetString()!, row);
        else if (_read is not null)
            set(row, _read(ref json));
        else
            Reset(ref json, row);
    }

    /// <summary>The real client has no reader for other types either, and leaves their default.</summary>
    private void Reset(ref Utf8JsonReader json, object row)
    {
        json.Skip();
        set!(row, null);
    }

    /// <summary>A name that the enum does not know leaves the member as it is.</summary>
    private void ReadEnum(string text, object row)
    {
        if (Enum.IsDefined(_type, text))
            set!(row, Enum.Parse(_type, text));
    }
}
