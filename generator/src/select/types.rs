//! Types: those that the operations of an API need.

use crate::ir::api::{Api, Operation, TypeKind};
use crate::ir::{Type, TypeId};

/// Leaves out every type that nothing needs: no operation and no callback, in itself or through other types.
pub(super) fn keep_reached(api: &mut Api) {
    let mut reached = vec![false; api.types.len()];
    let incoming = api.incoming().filter_map(|request| request.payload.value());
    let values = api.operations().flat_map(Operation::values).chain(incoming);
    let mut open: Vec<TypeId> = values.filter_map(Type::name).collect();
    while let Some(TypeId(id)) = open.pop() {
        let index = id as usize;
        if let (Some(known @ false), Some(item)) = (reached.get_mut(index), api.types.get(index)) {
            *known = true;
            open.extend(item.values().into_iter().filter_map(Type::name));
        }
    }
    for (item, is_reached) in api.types.iter_mut().zip(reached) {
        if !is_reached {
            item.kind = TypeKind::Absent;
        }
    }
}
