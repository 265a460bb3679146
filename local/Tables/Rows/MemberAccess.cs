using System.Reflection;

namespace Azure.Data.Tables.Rows;

/// <summary>Accessors bound once: a call costs a delegate and at most a box. Fields and structs, rare in rows, go by reflection.</summary>
internal static class MemberAccess
{
    private static readonly MethodInfo GetterBinder = Binder(nameof(BindGetter));
    private static readonly MethodInfo SetterBinder = Binder(nameof(BindSetter));

    public static Func<object, object?>? Getter(PropertyInfo property)
    {
        if (property.GetMethod is not { IsPublic: true } method)
            return null;
        return property.DeclaringType!.IsValueType ? property.GetValue : (Func<object, object?>)Bind(GetterBinder, property, method);
    }

    public static Action<object, object?>? Setter(PropertyInfo property)
    {
        if (property.SetMethod is not { IsPublic: true } method)
            return null;
        return property.DeclaringType!.IsValueType ? property.SetValue : (Action<object, object?>)Bind(SetterBinder, property, method);
    }

    public static Func<object, object?> Getter(FieldInfo field) => field.GetValue;

    public static Action<object, object?>? Setter(FieldInfo field) => field.IsInitOnly ? null : field.SetValue;

    private static object Bind(MethodInfo binder, PropertyInfo property, MethodInfo accessor) =>
        binder.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [accessor])!;

    private static Func<object, object?> BindGetter<TRow, TValue>(MethodInfo accessor)
    {
        var get = accessor.CreateDelegate<Func<TRow, TValue>>();
        return row => get((TRow)row);
    }

    private static Action<object, object?> BindSetter<TRow, TValue>(MethodInfo accessor)
    {
        var set = accessor.CreateDelegate<Action<TRow, TValue>>();
        return (row, value) => set((TRow)row, value is null ? default! : (TValue)value);
    }

    private static MethodInfo Binder(string name) => typeof(MemberAccess).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}
